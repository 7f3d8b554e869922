"""From files to Documents and their Passages: a loader, one parser for each shape of text, the numbering."""
