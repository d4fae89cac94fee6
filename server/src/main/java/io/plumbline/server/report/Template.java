package io.plumbline.server.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with places for parts, each written {@code {{name}}}. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final List<String> texts = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    Template(String text) {
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            texts.add(text.substring(end, matcher.start()));
            places.add(matcher.group(1));
            end = matcher.end();
        }
        texts.add(text.substring(end));
    }

    /** The template in a resource beside this class. */
    static Template named(String name) {
        return new Template(resource(name));
    }

    /** The text of a resource beside this class. */
    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is not packaged with this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the text with each place taken by the part of its name.
     *
     * @throws IllegalArgumentException where a place has no part
     */
    void write(Map<String, Part> parts, Appendable out) throws IOException {
        for (int i = 0; i < places.size(); i++) {
            out.append(texts.get(i));
            Part part = parts.get(places.get(i));
            if (part == null) {
                throw new IllegalArgumentException(
                        "the template asks for {{" + places.get(i) + "}}, and there is none");
            }
            part.write(out);
        }
        out.append(texts.getLast());
    }

    /** What comes in a place. */
    @FunctionalInterface
    interface Part {
        /** Writes it, already safe for where it stands. */
        void write(Appendable out) throws IOException;
    }
}
