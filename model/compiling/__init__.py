"""The rules compiled once an installation, by several processes side by side."""
