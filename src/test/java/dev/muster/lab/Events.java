package dev.muster.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `run --json`, `resume --json` and `log --json` wrote, a JSON object a line.
record Events(List<JsonNode> lines) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Events of(String out) {
        return new Events(out.lines()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .toList());
    }

    static JsonNode document(Ended ended) {
        return JSON.readTree(ended.out());
    }

    /// The last state of each step, in the order in which they were first named.
    Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        lines.stream()
                .filter(line -> line.path("type").asString("").equals("step"))
                .forEach(line -> states.put(
                        line.path("step").asString(), line.path("state").asString()));
        return states;
    }

    /// Every line that a host said, in order.
    List<String> said(String host) {
        return lines.stream()
                .filter(line -> line.path("type").asString("").equals("log"))
                .filter(line -> line.path("host").asString("").equals(host))
                .map(line -> line.path("line").asString())
                .toList();
    }

    JsonNode end() {
        var last = lines.getLast();
        if (!last.path("type").asString("").equals("end")) {
            throw new AssertionError("the last line isn't the end: " + last);
        }
        return last;
    }
}
