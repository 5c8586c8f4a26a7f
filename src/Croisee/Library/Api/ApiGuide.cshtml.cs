using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Api;

/// <summary>The read API in plain words. Its examples name a sheet that is there: whoever copies one sees an answer.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class ApiGuideModel(AppDb db, Settings settings) : Screen
{
    public sealed record Example(string What, string Command, int Status);

    public IReadOnlyList<Example> Examples { get; private set; } = [];

    public IReadOnlyList<(string Name, string What, string? Vocabulary)> Parameters { get; } =
    [
        ("q", "Des mots, un lieu ou une structure", null), .. SheetFacets.All.Select(f => (f.Field, f.Label, f.Vocabulary)),
        (SheetListModel.After, "La suite d’une lecture", null), (SheetListModel.Most, "Combien de fiches à la fois", null),
    ];

    public async Task OnGet()
    {
        var reference = await db.Sheets.Where(s => s.WithdrawnAt == null).OrderBy(s => s.PublishedAt).ThenBy(s => s.Reference).Select(s => s.Reference).FirstOrDefaultAsync(HttpContext.RequestAborted);
        Examples =
        [
            Told("Les premières fiches", SheetListModel.Path), Told("Cinq fiches qui parlent de formation", SheetListModel.Path + "?q=formation&combien=5"),
            Told("Les fiches où l’on décide ensemble, en Bretagne ou en Île-de-France", SheetListModel.Path + "?degre=D4_CODECISION&region=R53&region=R11"),
            .. reference is null ? Array.Empty<Example>() : [Told("Une fiche", $"{SheetListModel.Path}/{reference}")],
            Told("Toutes les listes de codes", VocabularyIndexModel.Path), Told("Les degrés d’engagement", $"{VocabularyIndexModel.Path}/{Vocabularies.Degree.Code}"),
            Told("Une faute de frappe", SheetListModel.Path + "?regoin=R53", 400), Told("Une fiche qui n’existe pas", SheetListModel.Path + "/ZZZZZZZZ", 404),
        ];
    }

    Example Told(string what, string path, int status = 200) => new(what, $"curl -i \"{settings.Origin}{path}\"", status);
}
