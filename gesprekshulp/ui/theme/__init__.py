"""The look: tokens, palette, fonts, icons and the stylesheet made from them."""
