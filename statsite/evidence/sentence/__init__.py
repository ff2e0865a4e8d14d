"""What the words around a figure in its sentence say of it, by kind; no module knows a site."""
