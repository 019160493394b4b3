package dev.muster.ui.kit;

/// The wizard's pages, which are the flow's stages, in order. The order of pages is this list and nothing else.
public enum PageId {
    START(UiWords.PAGE_START),
    SETTINGS(UiWords.PAGE_SETTINGS),
    HOSTS(UiWords.PAGE_HOSTS),
    REACH(UiWords.PAGE_REACH),
    FITS(UiWords.PAGE_FITS),
    REVIEW(UiWords.PAGE_REVIEW),
    RUN(UiWords.PAGE_RUN),
    REPORT(UiWords.PAGE_REPORT);

    private final UiWords name;

    PageId(UiWords name) {
        this.name = name;
    }

    /// What the rail calls it.
    public UiWords title() {
        return name;
    }

    /// Counted from 1, as the rail shows it.
    public int number() {
        return ordinal() + 1;
    }
}
