"""The frame around the pages: window, sidebar, history and what is remembered."""
