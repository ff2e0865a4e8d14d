"""Buttons beside the figures of a text, which open their cards without any script."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from statsite.prose import CARD_PREFIX, FIGURE_PREFIX

#: What a button has; its name is the text of the figure that it stands beside.
BUTTON_ATTRIBUTES = frozenset({"class", "type", "popovertarget", "aria-labelledby"})


class CardButtons(Treeprocessor):
    """Puts a button behind each link to a figure that has a place in the text."""

    def run(self, root: Element) -> None:
        """Put the buttons into the tree of a text."""
        for parent in list(root.iter()):
            for index, child in reversed(list(enumerate(parent))):
                if child.tag == "a" and child.get("class") == "fig":
                    parent.insert(index + 1, _button(child))


def _button(figure: Element) -> Element:
    """The button of a figure, which takes the text behind it along."""
    anchor = figure.get("id", "")
    button = Element(
        "button",
        {
            "class": "more",
            "type": "button",
            "popovertarget": CARD_PREFIX + anchor.removeprefix(FIGURE_PREFIX),
            "aria-labelledby": anchor,
        },
    )
    button.tail, figure.tail = figure.tail, None
    return button
