"""Danish search: pure analysis of text, an index in one ordinary table, and the plan of a query."""
