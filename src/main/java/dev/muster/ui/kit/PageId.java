package dev.muster.ui.kit;

import java.util.List;
import java.util.stream.Stream;

/// The wizard's pages: the flow's stages in order, and after them the pages beside the stages. The order of pages is
/// this list and nothing else.
public enum PageId {
    START(1, UiWords.PAGE_START),
    SETTINGS(2, UiWords.PAGE_SETTINGS),
    HOSTS(3, UiWords.PAGE_HOSTS),
    REACH(4, UiWords.PAGE_REACH),
    FITS(5, UiWords.PAGE_FITS),
    REVIEW(6, UiWords.PAGE_REVIEW),
    RUN(7, UiWords.PAGE_RUN),
    REPORT(8, UiWords.PAGE_REPORT),
    /// beside the stages: which Windows image runs on which host
    MATRIX(0, UiWords.PAGE_MATRIX),
    /// beside the stages: what a Windows container is
    TEACH(0, UiWords.PAGE_TEACH);

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

    /// The stages, without the pages beside them.
    public static List<PageId> stages() {
        return Stream.of(values()).filter(PageId::stage).toList();
    }

    /// Whether it is a stage of the flow, so that it has a number and a place in the rail.
    public boolean stage() {
        return number > 0;
    }

    /// Counted from 1, as the rail shows it; 0 for a page beside the stages.
    public int number() {
        return number;
    }

    /// The page to the left; of the first, itself.
    public PageId before() {
        var all = values();
        return all[Math.max(0, number - 2)];
    }
}
