using System.Globalization;
using Croisee.Data;
using Croisee.Library.OpenData;
using Croisee.Library.Reading;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Api;

/// <summary>Published sheets with the filters of the library, some at a time.</summary>
[Audience(Audience.Public)]
public sealed class SheetListModel(ISheetSearch search, PublishedSheets sheets, Settings settings) : ApiScreen(settings)
{
    public const string Path = Root + "/fiches", After = "apres", Most = "combien";
    public const int Usual = 20, MostMax = 100;

    public static IReadOnlyList<string> Parameters { get; } = ["q", .. SheetFacets.All.Select(f => f.Field), After, Most];
    protected override IReadOnlyCollection<string> Known => Parameters;

    public async Task<IActionResult> OnGet()
    {
        var asked = LibraryAddress.Read(Request.Query, After, Most);
        if (asked.Faults.Count > 0) return ApiProblem.Parameter(string.Join(" ", asked.Faults)).Answer(Origin);
        if (Cursor() is not { } after) return ApiProblem.Parameter($"« {After} » ne vient pas de cette API. Reprenez le lien « suite » d’une réponse, ou recommencez sans lui.").Answer(Origin);
        if (Size() is not { } most) return ApiProblem.Parameter($"« {Most} » est un nombre de 1 à {MostMax}.").Answer(Origin);
        var walk = await search.WalkAsync(asked.Question, after, most, HttpContext.RequestAborted);
        var page = await sheets.Of(walk.Numbers, HttpContext.RequestAborted);
        var next = walk.Numbers.Count < most ? null : ApiCursor.Write(walk.Numbers[^1]);
        return new KnownAnswer(ApiText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", walk.Total);
            json.WriteBoolean("elargie", walk.Widened);
            json.WriteString("licence", Sheet.Licence);
            json.WriteString("suite", next is null ? null : Next(asked, next, most));
            json.WriteStartArray("fiches");
            foreach (var sheet in page) SheetJsonText.Write(json, sheet);
            json.WriteEndArray();
            json.WriteEndObject();
        }), ApiText.Type);
    }

    int? Cursor() => Request.Query[After] is { Count: > 0 } given ? given.Count == 1 ? ApiCursor.Read(given[0] ?? "") : null : 0;

    int? Size() => Request.Query[Most] is not { Count: > 0 } given ? Usual
        : given.Count == 1 && int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= MostMax ? most : null;

    string Next(LibraryAddress asked, string cursor, int most) => Origin + Path + QueryString.Create(asked.TextAndChoices
        .Append((After, cursor)).Concat(most == Usual ? [] : [(Most, most.ToString(CultureInfo.InvariantCulture))]).Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2)));
}
