using System.Text.Json;
using Croisee.Library;
using Croisee.Tests.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A term that gets other words: the search finds by them, the codebooks and the API say which edition and what it means.</summary>
public sealed class ReadWordsAgainTest(Place place) : IClassFixture<Place>
{
    async Task Reworded(string code, string field, string words)
    {
        using var admin = await place.Administrator(code.ToLowerInvariant() + "@example.org");
        await (await admin.Open("/bureau/cadre/" + code)).Form("Enregistrer").Fill(field, words).Fill("Pourquoi ce changement ?", "Le mot de notre ville").Send();
    }

    /// <summary>Ten minutes pass between two looks at it.</summary>
    sealed class Hurried : TimeProvider
    {
        long looks;
        public override long GetTimestamp() => looks++ * 10 * 60 * TimestampFrequency;
    }

    [Fact]
    public async Task Finds_by_the_new_words_the_sheets_that_hold_the_term()
    {
        var call = await place.Given.AnOpenCall();
        await place.Given.APublishedSheet(call, "Celle des voisins", a => a.Participants.Publics = ["PUB_HABITANTS"]);
        var modality = Croisee.Framework.Vocabularies.Modality.Terms[0].Code;
        await place.Given.APublishedSheet(call, "Celle de la façon", a => a.Course.Modalities = [modality]);
        using var anyone = place.Browser();
        async Task<bool> Finds(string word, string title) => (await anyone.Open("/repertoire?q=" + word)).TextContent.Contains(title, StringComparison.Ordinal);
        Assert.False(await Finds("faubouriens", "Celle des voisins"));
        await place.Given.TheJobIsMine(ReadWordsAgain.Job);
        await Reworded("PUB_HABITANTS", "Mot de cette instance (facultatif)", "Les faubouriens");
        await Reworded(modality, "Mot de cette instance (facultatif)", "À la courtepointe");
        // A word that thousands of sheets hold is read again in several goes; what is left waits for the next.
        await place.With(async s => { await ActivatorUtilities.CreateInstance<ReadWordsAgain>(s, new Hurried()).Run(TestContext.Current.CancellationToken); return 0; });
        Assert.True(await place.Db(db => db.SearchedSheets.AnyAsync(r => r.Edition == SearchedSheet.Reworded)));
        await place.Given.TheJobRan(ReadWordsAgain.Job);
        Assert.True(await Finds("faubouriens", "Celle des voisins"));
        Assert.False(await Finds("faubouriens", "Celle de la façon"));
        Assert.True(await Finds("courtepointe", "Celle de la façon"));
        using var admin = await place.Administrator("retour@example.org");
        await (await admin.Open("/bureau/cadre/PUB_HABITANTS/defaut")).Form("Revenir aux mots par défaut").Fill("Pourquoi ce retour ?", "Personne ne comprenait").Send();
        await place.Given.TheJobRan(ReadWordsAgain.Job);
        Assert.False(await Finds("faubouriens", "Celle des voisins"));
    }

    [Fact]
    public async Task Says_the_definition_of_this_instance_and_the_edition_in_every_codebook_and_in_the_API()
    {
        using var anyone = place.Browser();
        JsonElement Term(string source) => JsonDocument.Parse(source).RootElement.GetProperty("termes").EnumerateArray().Single(t => t.GetProperty("code").GetString() == "ESP_REEL");
        var before = JsonDocument.Parse((await anyone.Open("/api/v1/vocabulaires")).Source).RootElement.GetProperty("edition").GetInt32();
        using var admin = await place.Administrator("definitions@example.org");
        await (await admin.Open("/bureau/cadre/ESP_REEL")).Form("Enregistrer").Set("Form.Definition", "Dans la salle des fêtes.").Fill("Pourquoi ce changement ?", "C’était flou").Send();
        var term = Term((await anyone.Open("/api/v1/vocabulaires/V-ESPACE")).Source);
        Assert.Equal(("Dans la salle des fêtes.", before + 1), (term.GetProperty("definition").GetString(), term.GetProperty("edition").GetInt32()));
        Assert.Equal(before + 1, JsonDocument.Parse((await anyone.Open("/api/v1/vocabulaires")).Source).RootElement.GetProperty("edition").GetInt32());
        foreach (var (path, at) in new[] { ("/donnees-ouvertes/codes", 1), ("/cadre/vocabulaires.csv", 2) })
        {
            using var response = await anyone.Send(new(HttpMethod.Get, path));
            var rows = Codebooks.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            var row = rows.Single(r => r[at] == "ESP_REEL");
            string Cell(string column) => row[Array.IndexOf(rows[0], column)];
            Assert.Equal(("Dans la salle des fêtes.", $"{before + 1}"), (Cell("definition"), Cell("edition")));
        }
    }
}
