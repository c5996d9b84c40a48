"""Before and after: what became of people's answers from one time to another."""

from pages._ui import bar, changes, comparing, frame, menu

with frame.page(menu.BEFORE_AND_AFTER.title) as selection:
    scope = comparing.choose(selection)
    bar.choose_audience(selection, scope)
    compared = changes.load(selection, scope)
    bar.say_what_is_shown(selection, scope, compared.comparison.changes)
    comparing.say_who(compared.comparison)
    changes.show_overview(compared)
    changes.show_one(compared, selection)
    changes.show_cohorts(compared, selection)
    comparing.say_not_compared(compared.comparison, selection)
    comparing.plan(selection, compared.comparison.changes)
    bar.offer_closing(selection, scope)
