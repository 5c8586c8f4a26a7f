using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Api;

/// <summary>One closed list with all its terms, in the words of this instance.</summary>
[Audience(Audience.Public)]
public sealed class OneVocabularyModel(Labels labels, Settings settings) : ApiScreen(settings)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";

    public IActionResult OnGet()
    {
        if (Vocabularies.All.FirstOrDefault(v => v.Code == Code) is not { } vocabulary) return ApiProblem.Absent.Answer(Origin);
        var book = labels.Book;
        return new KnownAnswer(ApiText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("code", vocabulary.Code);
            json.WriteString("libelle", vocabulary.Label);
            json.WriteString("anglais", vocabulary.English);
            json.WriteNumber("version", vocabulary.Version);
            json.WriteNumber("edition", vocabulary.Terms.Max(book.EditionOf));
            json.WriteStartArray("termes");
            foreach (var term in vocabulary.Terms)
            {
                json.WriteStartObject();
                json.WriteString("code", term.Code);
                json.WriteString("libelle", book.Label(term));
                json.WriteString("libelle_facile", book.Label(term, easy: true));
                json.WriteString("anglais", term.English);
                json.WriteString("definition", book.Definition(term));
                json.WriteString("parent", term.Parent);
                json.WriteBoolean("propose", book.IsActive(term.Code));
                json.WriteNumber("edition", book.EditionOf(term));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }), ApiText.Type);
    }
}
