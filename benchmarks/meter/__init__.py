"""Meters that Python loads into a program which is measured."""
