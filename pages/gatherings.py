"""Focus groups and events: sheets of themes, shown apart from the surveys."""

from pages._ui import frame, menu
from pages._ui.gathered import adding, shown

with frame.page(menu.GATHERINGS.title) as selection:
    shown.show_page(selection)
    adding.offer(selection)
