package dev.muster.ui.kit;

/// The wizard's pages, which are the flow's stages, in order. The order of pages is this list and nothing else.
public enum PageId {
    START(1, UiWords.PAGE_START),
    SETTINGS(2, UiWords.PAGE_SETTINGS),
    HOSTS(3, UiWords.PAGE_HOSTS),
    REACH(4, UiWords.PAGE_REACH),
    FITS(5, UiWords.PAGE_FITS),
    REVIEW(6, UiWords.PAGE_REVIEW),
    RUN(7, UiWords.PAGE_RUN),
    REPORT(8, UiWords.PAGE_REPORT);

    private final int number;
    private final UiWords name;

    PageId(int number, UiWords name) {
        this.number = number;
        this.name = name;
    }

    /// What the rail calls it.
    public UiWords title() {
        return name;
    }

    /// Counted from 1, as the rail shows it.
    public int number() {
        return number;
    }

    /// The page to the left; of the first, itself.
    public PageId before() {
        var all = values();
        return all[Math.max(0, number - 2)];
    }
}
