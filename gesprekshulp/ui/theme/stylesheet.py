"""The one stylesheet of the program: what Fusion draws by itself and a palette cannot change.

Fonts are never set here, because a font in a stylesheet wins from the one a widget was given.
"""

from gesprekshulp.ui.theme.tokens import RADIUS, SIZE, Colours


def make_stylesheet(c: Colours) -> str:
    """The stylesheet of one colour scheme."""
    inner = SIZE.field - 2
    return f"""
QLineEdit[field="true"], QPlainTextEdit[field="true"], QTextEdit[field="true"],
QAbstractSpinBox[field="true"], QComboBox[field="true"] {{
    background: {c.surface}; color: {c.text}; placeholder-text-color: {c.muted};
    border: 1px solid {c.line_strong}; border-radius: {RADIUS.control}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit[field="true"] {{ padding: 0 8px; min-height: {inner}px; max-height: {inner}px; }}
QComboBox[field="true"], QAbstractSpinBox[field="true"] {{
    padding: 0 10px; min-height: {inner}px; max-height: {inner}px;
}}
QPlainTextEdit[field="true"], QTextEdit[field="true"] {{ padding: 3px 7px; }}
QLineEdit[field="true"]:focus, QComboBox[field="true"]:focus,
QAbstractSpinBox[field="true"]:focus {{
    border: 2px solid {c.accent}; padding: 0 7px; min-height: {inner - 2}px;
    max-height: {inner - 2}px;
}}
QComboBox[field="true"]:focus, QAbstractSpinBox[field="true"]:focus {{ padding: 0 9px; }}
QPlainTextEdit[field="true"]:focus, QTextEdit[field="true"]:focus {{
    border: 2px solid {c.accent}; padding: 2px 6px;
}}
QLineEdit[field="true"][wrong="true"], QComboBox[field="true"][wrong="true"] {{
    border: 2px solid {c.text}; padding: 0 7px; min-height: {inner - 2}px;
    max-height: {inner - 2}px;
}}
QComboBox[field="true"][wrong="true"] {{ padding: 0 9px; }}
QPlainTextEdit[field="true"][wrong="true"] {{ border: 2px solid {c.text}; padding: 2px 6px; }}
QLineEdit[field="true"]:disabled, QPlainTextEdit[field="true"]:disabled,
QComboBox[field="true"]:disabled, QAbstractSpinBox[field="true"]:disabled {{
    background: {c.sunken}; border-color: {c.line}; color: {c.muted};
}}
QComboBox[field="true"]::drop-down {{ border: none; width: 28px; }}
QComboBox[field="true"]::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {c.surface}; border: 1px solid {c.line_strong}; outline: none;
    selection-background-color: {c.accent_soft}; selection-color: {c.text};
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 8px; }}
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {{
    background: {c.accent_soft}; color: {c.text};
}}
QListView[names="true"] {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line_strong}; outline: none;
}}
QListView[names="true"]::item {{ min-height: 28px; padding: 0 8px; }}
QListView[names="true"]::item:selected, QListView[names="true"]::item:hover {{
    background: {c.accent_soft}; color: {c.text};
}}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{
    background: {c.surface}; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; outline: none; alternate-background-color: {c.surface};
}}
QPlainTextEdit[bare="true"], QTextEdit[bare="true"], QLineEdit[bare="true"] {{
    background: transparent; border: none; color: {c.text};
    placeholder-text-color: {c.muted};
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QAbstractItemView[list="true"] {{ background: transparent; border: none; outline: none; }}
QAbstractScrollArea {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.line_strong}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; margin: 2px 3px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; margin: 3px 2px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: {c.page}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
    padding: 0 8px; height: {SIZE.table_head - 1}px;
}}
QMenu {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line_strong};
    border-radius: {RADIUS.control}px; padding: 4px;
}}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {RADIUS.badge}px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {c.accent_soft}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolTip {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line_strong};
    padding: 4px 8px;
}}
QSplitter::handle {{ background: {c.line}; }}
QCalendarWidget QToolButton {{
    color: {c.text}; background: transparent; border: none; padding: 4px 8px;
    border-radius: {RADIUS.badge}px;
}}
QCalendarWidget QToolButton:hover {{ background: {c.hover}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.surface}; }}
"""
