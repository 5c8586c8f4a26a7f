using Croisee.People;

namespace Croisee.Experiences.Exchange;

/// <summary>
/// The calls that a file names and this instance lacks (<c>--new-calls</c>): made as they are being written, at the root, with the questions that
/// the file answers; the organiser completes and publishes them. So a file from another instance comes in whole.
/// </summary>
static class NewCalls
{
    /// <param name="known">By their slug; slugs that make no address are left out, and are told as unknown calls.</param>
    public static IReadOnlyList<Call> Of(IEnumerable<ImportedRow> rows, IReadOnlyDictionary<string, Call> known, Organisation root, DateTime now)
    {
        var made = new Dictionary<string, Call>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(r => r.Errors.Count == 0).Select(r => r.Row))
        {
            if (row.Call?.Trim() is not { Length: > 0 and <= Call.SlugMax } slug || known.ContainsKey(slug) || slug != string.Join('-', Slugs.Words(slug))) continue;
            if (!made.TryGetValue(slug, out var call))
            {
                call = new Call(root, $"Appel importé : {slug}", now);
                call.Reslug(slug);
                made.Add(slug, call);
            }
            foreach (var question in row.Account.Extra.Texts.Keys.Where(q => q.Length <= CallQuestion.TextMax && !string.IsNullOrWhiteSpace(q)))
                if (call.Questions.Count < Answers.ExtraAnswers.QuestionsMax && call.Questions.All(q => q.Text != question)) call.AddQuestion(question, null, isLong: true);
        }
        return [.. made.Values];
    }
}
