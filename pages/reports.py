"""Reports and sharing: the pictures of a cohort, to keep and send, or figures for others."""

from pages._ui import bar, frame, menu, packing, sharing_out

with frame.page(menu.REPORTS.title) as selection:
    if sharing_out.is_wanted(selection):
        sharing_out.offer()
    else:
        scope = bar.choose_report(selection)
        charts = packing.choose_charts(scope, selection.audience, together=selection.together)
        quotes = packing.choose_quotes(scope, selection.audience)
        papers = packing.choose_papers(scope, selection.audience)
        contact = packing.choose_contact(selection)
        beside = packing.Beside(quotes, papers, contact)
        size = packing.choose_size()
        packing.say_what_is_hidden(charts)
        packing.offer(selection, scope, charts, beside, size)
