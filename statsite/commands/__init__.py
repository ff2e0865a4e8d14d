"""The commands, one module each, loaded when called; what several of them share is beside them."""
