"""From a Chinese article to a draft: every quantity in it, with what the article says of its time,
place, standing and object.
"""
