"""The commands, one module each, loaded when called; what several of them share stands beside them."""
