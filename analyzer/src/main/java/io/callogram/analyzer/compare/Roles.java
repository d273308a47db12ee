package io.callogram.analyzer.compare;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who plays which part: user agents are A, B, C in order of appearance, servers S, S2, S3. Devices
/// that ring at once play the same part.
final class Roles {

    private final Call call;
    private final String[] roles;
    private int agents;
    private int servers;

    Roles(Call call) {
        this.call = call;
        roles = new String[call.nodes().size()];
        Arrays.fill(roles, "");
        for (CallMessage message : call.messages()) {
            give(message.fromNode(), message);
            give(message.toNode(), message);
        }
    }

    private void give(int node, CallMessage message) {
        if (!roles[node].isEmpty()) {
            return;
        }
        if (!call.nodes().get(node).role().equals("ua")) {
            servers++;
            roles[node] = servers == 1 ? "S" : "S" + servers;
            return;
        }
        String sibling = node == message.toNode() ? sibling(message) : "";
        roles[node] = sibling.isEmpty() ? letter(agents++) : sibling;
    }

    static String letter(int index) {
        return index < 18 ? String.valueOf((char) ('A' + index)) : "U" + index;
    }

    /// The part of a device to which the same request went before, and which has not refused it.
    private String sibling(CallMessage request) {
        if (request.transaction() == 0 || !request.seen().sighting().isRequest()) {
            return "";
        }
        CallTransaction branch = call.transactions().get(request.transaction() - 1);
        for (CallTransaction other : call.transactions()) {
            if (other.number() < branch.number() && isParallel(other, branch, request)) {
                return roles[call.messages().get(other.request() - 1).toNode()];
            }
        }
        return "";
    }

    private boolean isParallel(CallTransaction other, CallTransaction branch, CallMessage request) {
        if (other.endToEnd() != branch.endToEnd()
                || other.method() != branch.method()
                || other.request() == 0
                || call.messages().get(other.request() - 1).fromNode() != request.fromNode()) {
            return false;
        }
        for (int response : other.responses()) {
            boolean last = call.messages().get(response - 1).seen().sighting().isFinal();
            if (last && response < request.number()) {
                return false;
            }
        }
        return true;
    }

    String of(int node) {
        return roles[node];
    }

    /// Each part once, with the name of who plays it first.
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (int node = 0; node < roles.length; node++) {
            if (!roles[node].isEmpty()) {
                names.putIfAbsent(roles[node], call.nodes().get(node).name());
            }
        }
        return names;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(names().keySet());
        all.sort(null);
        return all;
    }

    /// The first node that plays a part, or -1.
    int node(String role) {
        return Arrays.asList(roles).indexOf(role);
    }
}
