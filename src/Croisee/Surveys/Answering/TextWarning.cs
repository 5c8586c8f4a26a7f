using Croisee.Surveys.Content;
using Croisee.Words;

namespace Croisee.Surveys.Answering;

/// <summary>
/// Before a free text is sent: what in it may lead to somebody, said once to whoever wrote it (RGP-R2). It never blocks: sent a second time it goes as it is,
/// and nothing of the warning is kept but, question by question and in the browser, of which texts it was said.
/// </summary>
public static class TextWarning
{
    /// <summary>Field of the form that says that the warning was shown.</summary>
    public const string Field = "vu";

    public static bool WasShown(HttpRequest request) => request.HasFormContentType && request.Form[Field] == "oui";

    /// <summary>By field, for the texts among them that may lead to somebody.</summary>
    public static IEnumerable<(string Field, string Sentence)> Of(IEnumerable<AnswerField> fields, GivenAnswers given) =>
        from field in fields
        where field.Question.Kind.IsText() && given.Has(field.Code)
        let text = given[field.Code][0]
        let found = IdentityTraces.Find(text).Select(t => "« " + text.Substring(t.Start, t.Length) + " »").Distinct().ToList()
        where found.Count > 0
        select (field.Code, $"Ce texte peut désigner quelqu’un : {string.Join(", ", found)}. Vous pouvez le changer. Sinon, envoyez-le encore une fois : il partira comme il est.");
}
