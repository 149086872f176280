package io.scupper.html;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays values out as HTML; templates see public methods, of types that need not be public. What a template prints is escaped unless it asks for the contrary, and a name it misses is an error. */
final class Templates {

    private static final String FOLDER = "io/scupper/html/";

    private final PebbleEngine engine;
    private final Assets assets = new Assets();

    Templates() {
        var loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .newLineTrimming(true)
                .extension(new Pieces())
                .build();
    }

    String page(TestPage page) {
        return render("page", "page", page);
    }

    String index(IndexPage index) {
        return render("index", "index", index);
    }

    String trend(TrendPage trend) {
        return render("trend", "trend", trend);
    }

    private String render(String template, String name, Object value) {
        Map<String, Object> context = new HashMap<>();
        context.put(name, value);
        context.put("assets", assets);
        try {
            PebbleTemplate compiled = engine.getTemplate(template);
            var out = new StringWriter();
            compiled.evaluate(out, context);
            return out.toString();
        } catch (IOException | PebbleException e) {
            throw new ScupperException("Template '%s' could not be rendered: %s".formatted(template, e), e);
        }
    }

    /** The filter {@code pieces}: a name parted where a line may break. */
    private static final class Pieces extends AbstractExtension implements Filter {

        @Override
        public Map<String, Filter> getFilters() {
            return Map.of("pieces", this);
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return Text.pieces(String.valueOf(input));
        }
    }
}
