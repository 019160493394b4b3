package dev.muster.ui.kit;

import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.text.Language;
import dev.muster.text.Texts;

/// The words of one language, as the views ask for them. Everything that the window shows in words comes through
/// here; what a host or the admin wrote is marked [Styles#AS_IS] instead.
public interface Words {

    String of(Key key, Object... arguments);

    String of(Text text);

    Language language();

    static Words in(Language language) {
        var texts = new Texts(language);
        return new Words() {
            @Override
            public String of(Key key, Object... arguments) {
                return texts.of(key, arguments);
            }

            @Override
            public String of(Text text) {
                return texts.of(text);
            }

            @Override
            public Language language() {
                return language;
            }
        };
    }
}
