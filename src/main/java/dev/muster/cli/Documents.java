package dev.muster.cli;

import dev.muster.assess.Assessment;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.assess.host.MeshCell;
import dev.muster.assess.host.MeshMatrix;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Plan;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.Wait;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import dev.muster.text.Texts;
import tools.jackson.databind.node.ObjectNode;

/// The JSON documents of `check` and `plan`, in the shapes that scripts rely on.
record Documents(Json json, Texts texts) {

    /// `{"hosts": [{"name", "reached", "facts", "findings"}], "cluster": {"findings"}, "network": {"pairs"}}`
    ObjectNode check(Situation situation, Assessment assessment) {
        var document = json.object();
        var hosts = document.putArray("hosts");
        for (var host : situation.setup().hosts()) {
            hosts.add(host(host, situation, assessment));
        }
        var cluster = document.putObject("cluster").putArray("findings");
        assessment.ofCluster().forEach(finding -> cluster.add(finding(finding)));
        var pairs = document.putObject("network").putArray("pairs");
        MeshMatrix.of(situation).cells().forEach(cell -> pairs.add(pair(cell)));
        return document;
    }

    /// `{"from", "to", "state", "troubles": […]}`
    private ObjectNode pair(MeshCell cell) {
        var entry = json.object()
                .put("from", cell.source().value())
                .put("to", cell.target().value())
                .put("state", Json.word(cell.state()));
        var troubles = entry.putArray("troubles");
        cell.troubles().forEach(trouble -> troubles.add(texts.of(trouble)));
        return entry;
    }

    private ObjectNode host(Host host, Situation situation, Assessment assessment) {
        var probed = situation.probed(host.name());
        var entry = json.object()
                .put("name", host.name().value())
                .put("reached", probed.map(Probed::reached).orElse(false));
        entry.set(
                "facts",
                probed.flatMap(some -> some.facts().known()).map(json::tree).orElseGet(json::object));
        var findings = entry.putArray("findings");
        assessment.of(host.name()).forEach(finding -> findings.add(finding(finding)));
        return entry;
    }

    private ObjectNode finding(Finding finding) {
        var entry = json.object().put("id", finding.id().id());
        finding.about().ifPresentOrElse(host -> entry.put("host", host.value()), () -> entry.putNull("host"));
        entry.put("severity", Json.word(finding.severity()))
                .put("state", Json.word(finding.state()))
                .put("found", texts.of(finding.found()))
                .put("wanted", texts.of(finding.wanted()))
                .put("what", texts.of(finding.what()))
                .put("why", texts.of(finding.why()))
                .put("fix", texts.of(finding.fix()))
                .put("command", finding.command())
                .put("field", finding.field())
                .put("source", finding.source());
        if (!finding.because().isEmpty()) {
            entry.put("because", finding.because());
        }
        return entry;
    }

    /// `{"goal", "phases": [{"id", "title", "steps": […]}]}`
    ObjectNode plan(Plan plan) {
        var document = json.object().put("goal", Json.word(plan.goal()));
        var phases = document.putArray("phases");
        for (var phase : plan.phases()) {
            var entry = phases.addObject().put("id", phase.id()).put("title", texts.of(phase.title()));
            var steps = entry.putArray("steps");
            phase.steps().forEach(step -> steps.add(step(plan, step)));
        }
        return document;
    }

    private static String kind(Step step) {
        return switch (step) {
            case ScriptStep _ -> "script";
            case ApiStep _ -> "api";
            case Proof _ -> "proof";
            case Wait _ -> "wait";
        };
    }

    private ObjectNode step(Plan plan, Step step) {
        var entry = json.object()
                .put("id", step.id().value())
                .put("kind", kind(step))
                .put("host", step instanceof ApiStep ? null : step.host().value())
                .put("title", texts.of(step.title()));
        switch (step) {
            case ScriptStep script ->
                entry.put("script", script.script().text()).putNull("request");
            case ApiStep api -> {
                var request = entry.putNull("script")
                        .putObject("request")
                        .put("method", api.request().method())
                        .put("path", api.request().path());
                request.set("body", json.read(api.request().body()));
            }
            case Proof proof -> {
                entry.putNull("script").putNull("request");
                proof.gone().forEach(entry.putArray("gone")::add);
                proof.stays().forEach(entry.putArray("stays")::add);
            }
            case Wait wait ->
                entry.putNull("script")
                        .putObject("request")
                        .put("method", "GET")
                        .put("path", wait.path())
                        .put("until", wait.until());
        }
        var after = entry.put("destructive", plan.destroys(step))
                .put("reboots", step.reboots())
                .put("timeoutSeconds", step.timeout().toSeconds())
                .put("undo", texts.of(step.undo()))
                .putArray("after");
        step.after().forEach(id -> after.add(id.value()));
        return entry;
    }
}
