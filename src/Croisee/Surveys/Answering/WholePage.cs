using System.Globalization;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Answering;

/// <summary>The page of all questions as it was sent, carried through a page that asks something first: nothing typed is lost by saying no.</summary>
static class WholePage
{
    public static IEnumerable<(string Name, string Value)> Typed(HttpRequest request) => request.HasFormContentType
        ? request.Form.Where(f => f.Key.StartsWith(AskedField.Prefix, StringComparison.Ordinal) || f.Key is "Form.Key" or "Form.Mode" or "Form.Name" or "Form.Resume").SelectMany(f => f.Value.OfType<string>().Select(v => (f.Key, v))) : [];

    /// <summary>The places that were typed for the answers of a ranking; null for another question.</summary>
    public static IReadOnlyDictionary<string, int>? Places(HttpRequest request, AskedQuestion question) => question.Kind is not QuestionKind.Ranking ? null
        : question.Choices().Select(c => (Code: c, Typed: request.Form[$"{AskedField.Prefix}{question.Code}.{c}"].ToString()))
            .Where(c => int.TryParse(c.Typed, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToDictionary(c => c.Code, c => int.Parse(c.Typed, CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
