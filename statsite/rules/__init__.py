"""Relations between figures: what units they are in, whether they hold, and the figures that they
define.
"""
