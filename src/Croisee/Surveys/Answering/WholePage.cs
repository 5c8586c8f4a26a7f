namespace Croisee.Surveys.Answering;

/// <summary>The page of all questions as it was sent, carried through a page that asks something first: nothing typed is lost by saying no.</summary>
static class WholePage
{
    public static IEnumerable<(string Name, string Value)> Typed(HttpRequest request) => request.HasFormContentType
        ? request.Form.Where(f => f.Key.StartsWith(AskedField.Prefix, StringComparison.Ordinal) || f.Key is "Form.Key" or "Form.Mode" or "Form.Name" or "Form.Resume").SelectMany(f => f.Value.OfType<string>().Select(v => (f.Key, v))) : [];
}
