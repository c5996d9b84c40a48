"""Programme: what an organisation says of its programme, when it ran, how far people came."""

from pages._ui import frame, menu, programme_form, programmes, resources, saving

with frame.page(menu.PROGRAMME.title) as selection:
    shown = programmes.choose(selection)
    if shown is not None:
        programme_form.change(shown)
        programmes.show_card(shown)
        programmes.show_times(shown)
        programmes.show_cohorts(shown, selection)
        programmes.offer_downloads(shown, selection)
    programme_form.offer(shown)
    programmes.show_all()
    if shown is not None and not shown.card.sample and not resources.datasets():
        saving.offer_saving(selection)  # Start offers it once there are answers
