"""Reading: the content folder in, a frozen site and its problems out.

The only stage that touches content/.
"""
