"""One module for each kind of chart; each says what would mislead (``reasons``) and where
everything lies (``lay_out``).
"""
