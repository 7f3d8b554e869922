"""The edge of Fuentes: everything that touches people or the outside world."""
