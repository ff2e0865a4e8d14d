"""The engine: turns a folder of published figures and their sources into a static website, one
stage after the other.
"""
