"""What several pages share: markup, chips, evidence lines, search, panel, table, header."""
