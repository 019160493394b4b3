package dev.muster.practice.rancher;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A cluster's registration token with the commands that carry it, by the templates of the line.
///
/// Source: rancher-2.1 facts §§1.5, 1.6, 2.5; rancher-today facts §§2.3, 3.1.
record Commands(Book book, String url) {

    private static final String PLACEHOLDER = "{token}";

    /// @param placeholder whether `{token}` stands where the token would
    ObjectNode of(Cluster cluster, boolean placeholder) {
        var token = placeholder ? PLACEHOLDER : cluster.tokens().getFirst();
        var id = cluster.id() + (book.release().isToday() ? ":default-token" : ":" + tokenName(cluster));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "clusterRegistrationToken")
                .put("clusterId", cluster.id())
                .put("state", "active");
        fill(json, token);
        return placeholder ? json.put("token", "") : json;
    }

    private static String tokenName(Cluster cluster) {
        return "crt-" + cluster.id().substring(2);
    }

    private void fill(ObjectNode json, String token) {
        var manifest = server() + "/v3/import/" + token + ".yaml";
        json.put("token", token)
                .put("manifestUrl", manifest)
                .put("command", "kubectl apply -f " + manifest)
                .put("insecureCommand", "curl --insecure -sfL " + manifest + " | kubectl apply -f -");
        if (book.release().isToday()) {
            json.put("nodeCommand", linuxToday(token, "")).put("insecureNodeCommand", linuxToday(token, "--insecure "));
            json.put("windowsNodeCommand", windowsToday(token, ""))
                    .put("insecureWindowsNodeCommand", windowsToday(token, "--insecure "));
        } else {
            json.put("nodeCommand", linux21(token)).put("windowsNodeCommand", windows21(token));
        }
    }

    /// `server-url` when it is set, as real ones have it; what this one listens at until then.
    private String server() {
        var told = book.setting("server-url");
        return told.isEmpty() ? url : told;
    }

    private String linux21(String token) {
        return "sudo docker run -d --privileged --restart=unless-stopped --net=host -v /etc/kubernetes:/etc/kubernetes"
                + " -v /var/run:/var/run " + book.setting("agent-image") + " --server " + server() + " --token "
                + token + " --ca-checksum " + book.setting("ca-checksum");
    }

    private String windows21(String token) {
        return "PowerShell -Sta -NoLogo -NonInteractive -Command \"& {docker run --rm -v C:/:C:/host --isolation"
                + " hyperv "
                + book.setting("windows-agent-image") + " -server " + server() + " -token " + token
                + " -caChecksum " + book.setting("ca-checksum") + "; if($?){& c:/etc/rancher/run.ps1;}}\"";
    }

    private String linuxToday(String token, String insecure) {
        return "curl " + insecure + "-fL " + server() + "/system-agent-install.sh | sudo sh -s - --server " + server()
                + " --label 'cattle.io/os=linux' --token " + token + " --ca-checksum " + book.setting("ca-checksum");
    }

    private String windowsToday(String token, String insecure) {
        return "curl.exe " + insecure + "-fL " + server()
                + "/wins-agent-install.ps1 -o install.ps1; Set-ExecutionPolicy Bypass -Scope Process -Force;"
                + " ./install.ps1 -Server " + server() + " -Label 'cattle.io/os=windows' -Token " + token
                + " -Worker -CaChecksum " + book.setting("ca-checksum");
    }
}
