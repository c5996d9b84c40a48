"""Files that say what the codes of another file stand for."""
