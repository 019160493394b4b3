package dev.muster.catalog;

import dev.muster.base.Text;

/// What a known error message means, and the way out.
///
/// @param id     stable: `agent.checksum`
/// @param source where the message is explained
public record Advice(String id, Text what, Text fix, String source) {}
