"""Markdown by MyST-Parser in the theme of Jupyter Book 1, which configures Sphinx just so."""

project = "Notes"
extensions = ["myst_parser"]
html_theme = "sphinx_book_theme"
html_extra_path = ["moons.png"]
