package dev.muster.ui.kit;

import dev.muster.base.Text;

/// The bottom bar: one sentence that says what happens next or why it can't, one button that says what it will do.
///
/// @param left     what stands at the left end
/// @param sign     before the sentence; [Sign#NONE] for none
/// @param button   with numbers: "Run 9 steps on 4 hosts"
/// @param open     whether the button can be pressed
public record Bar(Left left, Sign sign, Text sentence, Text button, boolean open) {

    public static final Bar EMPTY = closed(Sign.NONE, UiWords.text(UiWords.NOTHING), UiWords.text(UiWords.NOTHING));

    /// What the left end offers.
    public enum Left {
        NOTHING,
        BACK,
        STOP
    }

    public static Bar open(Text sentence, Text button) {
        return new Bar(Left.BACK, Sign.NONE, sentence, button, true);
    }

    public static Bar closed(Sign sign, Text sentence, Text button) {
        return new Bar(Left.BACK, sign, sentence, button, false);
    }

    public Bar with(Left newLeft) {
        return new Bar(newLeft, sign, sentence, button, open);
    }

    public Bar with(Sign newSign) {
        return new Bar(left, newSign, sentence, button, open);
    }
}
