package io.callogram.analyzer.sip.jain;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.address.TelURLImpl;
import io.callogram.analyzer.sip.jain.Structured.Node;
import java.util.ArrayList;
import java.util.List;
import javax.sip.address.Address;
import javax.sip.address.URI;

/// Turns the library's addresses and URIs into our tree, by their accessors alone.
final class UriTree {

    private UriTree() {}

    static List<Node> address(Address address) {
        List<Node> nodes = new ArrayList<>();
        if (address.isWildcard()) {
            nodes.add(Node.leaf("wildcard", "*"));
            return nodes;
        }
        HeaderTree.add(nodes, "display", address.getDisplayName());
        if (address.getURI() != null) {
            nodes.add(new Node("uri", "", uri(address.getURI())));
        }
        return nodes;
    }

    static List<Node> uri(URI uri) {
        List<Node> nodes = new ArrayList<>();
        HeaderTree.add(nodes, "scheme", uri.getScheme());
        if (uri instanceof SipUri sip) {
            sip(sip, nodes);
        } else if (uri instanceof TelURLImpl tel) {
            HeaderTree.add(nodes, "number", (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber());
            if (tel.getParameters() != null) {
                HeaderTree.parameters(tel.getParameters(), nodes);
            }
        }
        return List.copyOf(nodes);
    }

    private static void sip(SipUri uri, List<Node> nodes) {
        HeaderTree.add(nodes, "user", uri.getUser());
        HeaderTree.add(nodes, "host", uri.getHost());
        if (uri.getPort() > 0) {
            HeaderTree.add(nodes, "port", String.valueOf(uri.getPort()));
        }
        if (uri.getParameters() != null) {
            HeaderTree.parameters(uri.getParameters(), nodes);
        }
        if (uri.getQheaders() != null && uri.getQheaders().size() > 0) {
            List<Node> headers = new ArrayList<>();
            HeaderTree.parameters(uri.getQheaders(), headers);
            nodes.add(new Node("headers", "", List.copyOf(headers)));
        }
    }
}
