package dev.muster.base;

import java.util.Locale;

/// The name of a sentence. Each room has one enum of them (`SetupWords`, `AssessWords`, …), so that the words stand
/// beside what they are about: texts of `SetupWords` are in `texts/setup_en.properties` and
/// `texts/setup_zh.properties`.
public interface Key {

    /// The constant's own name: `PORT_OUT_OF_RANGE`.
    String name();

    /// The key in the properties file: `port-out-of-range`.
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The file that holds the words, after the enum: `SetupWords` has its words in `setup`.
    default String room() {
        var enumName = ((Enum<?>) this).getDeclaringClass().getSimpleName();
        return enumName.substring(0, enumName.length() - "Words".length()).toLowerCase(Locale.ROOT);
    }
}
