using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Api;

/// <summary>The closed lists of the framework.</summary>
[Audience(Audience.Public)]
public sealed class VocabularyIndexModel(Labels labels, Settings settings) : ApiScreen(settings)
{
    public const string Path = Root + "/vocabulaires";

    public IActionResult OnGet() => new KnownAnswer(ApiText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Vocabularies.Version);
        json.WriteNumber("edition", labels.Book.Edition);
        json.WriteStartArray("vocabulaires");
        foreach (var vocabulary in Vocabularies.All)
        {
            json.WriteStartObject();
            json.WriteString("code", vocabulary.Code);
            json.WriteString("libelle", vocabulary.Label);
            json.WriteString("anglais", vocabulary.English);
            json.WriteNumber("version", vocabulary.Version);
            json.WriteNumber("edition", vocabulary.Terms.Max(labels.Book.EditionOf));
            json.WriteNumber("termes", vocabulary.Terms.Count);
            json.WriteString("adresse", $"{Origin}{Path}/{vocabulary.Code}");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }), ApiText.Type);
}
