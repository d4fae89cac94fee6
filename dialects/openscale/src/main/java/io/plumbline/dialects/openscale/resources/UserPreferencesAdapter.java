package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.UserPreferencesApi;
import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.preference.Preferences;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users prefer, each for themselves. */
public final class UserPreferencesAdapter implements UserPreferencesApi {
    private static final int LONGEST_KEY = 255;

    private final Preferences preferences;

    /** Over these preferences. */
    public UserPreferencesAdapter(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Map<String, JsonNode> listUserPreferences(Call call, ListUserPreferencesQuery query) {
        Map<String, JsonNode> all = new TreeMap<>();
        preferences.all(user(call)).forEach((key, value) -> all.put(key, Documents.tree(value)));
        return all;
    }

    @Override
    public JsonNode getUserPreference(Call call, String userPreferenceKey, GetUserPreferenceQuery query) {
        return preferences
                .find(user(call), userPreferenceKey)
                .map(value -> Documents.tree(value))
                .orElseThrow(() -> PlumblineException.notFound("user preference", userPreferenceKey));
    }

    @Override
    public JsonNode setUserPreference(
            Call call, String userPreferenceKey, SetUserPreferenceQuery query, JsonNode body) {
        preferences.put(user(call), checked(userPreferenceKey), Documents.of(body));
        return body;
    }

    @Override
    public Map<String, JsonNode> patchUserPreferences(
            Call call, PatchUserPreferencesQuery query, List<JsonPatchOperation> body) {
        ObjectNode before = Documents.object(listUserPreferences(call, new ListUserPreferencesQuery(null, null)));
        SortedMap<String, Document> after = new TreeMap<>();
        Documents.patched(before, body)
                .properties()
                .forEach(entry -> after.put(checked(entry.getKey()), Documents.of(entry.getValue())));
        preferences.replaceAll(user(call), after);
        return listUserPreferences(call, new ListUserPreferencesQuery(null, null));
    }

    @Override
    public void deleteUserPreference(Call call, String userPreferenceKey, DeleteUserPreferenceQuery query) {
        if (!preferences.remove(user(call), userPreferenceKey)) {
            throw PlumblineException.notFound("user preference", userPreferenceKey);
        }
    }

    private static Id user(Call call) {
        return call.caller().user();
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw PlumblineException.invalid("the key of a preference has 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }
}
