using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>A sheet that was published here leaves with its authors' agreement and its day, and is published again from our own file.</summary>
public sealed class PublishedAgainTest(Place place) : IClassFixture<Place>
{
    string At(string name) => Path.Combine(place.Storage.DataFolder, name);

    Task<int> Export(string file, params string[] options) => ExportVerb.Run(place.App.Services, ["experiences", file, .. options], () => Stream.Null, TextWriter.Null);

    async Task<(int, string)> Import(string file, params string[] options)
    {
        var complaints = new StringWriter();
        return (await ImportVerb.Run(place.App.Services, ["experiences", file, .. options], TextWriter.Null, complaints), complaints.ToString());
    }

    [Theory, InlineData("csv"), InlineData("jsonl")]
    public async Task Brings_a_published_sheet_back_with_the_day_of_its_agreement(string kind)
    {
        var (call, other) = (await place.Given.AnOpenCall(), await place.Given.AnOpenCall());
        var title = $"La fiche qui revient ({kind})";
        var id = (await place.Given.APublishedSheet(call, title)).Id;
        var agreed = new DateTime(2024, 3, 14, 9, 0, 0, DateTimeKind.Utc);
        await place.Db(db => db.Write(d => d.Experiences.Where(e => e.Id == id).ExecuteUpdate(u => u.SetProperty(e => e.PublicationAgreedAt, agreed))));
        var file = At($"publiee-ici.{kind}");
        Assert.Equal(0, await Export(file, "--call", call.Slug));
        Assert.Equal((0, ""), await Import(file, "--publish-as-imported", "--call", other.Slug));
        var back = await place.Db(db => db.Experiences.AsNoTracking().SingleAsync(e => e.CallId == other.Id));
        Assert.Equal((ExperienceState.Published, new DateOnly(2024, 3, 14)), (back.State, DateOnly.FromDateTime(back.PublicationAgreedAt!.Value)));

        // Everyone's file says nothing of who agreed to what.
        var open = At($"ouverte.{kind}");
        Assert.Equal(0, await Export(open, "--published", "--call", call.Slug));
        Assert.DoesNotContain("consent_", await File.ReadAllTextAsync(open, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refuses_a_day_that_is_none()
    {
        var call = await place.Given.AnOpenCall();
        var rows = ExchangeFiles.Complete(call.Slug, 1).Split("\r\n");
        await File.WriteAllTextAsync(At("jour.csv"), $"{rows[0]};etat_contribution;consent_publication;consent_publication_le\n{rows[1]};publiee;oui;au printemps\n", TestContext.Current.CancellationToken);
        var (code, said) = await Import(At("jour.csv"), "--publish-as-imported");
        Assert.Equal(1, code);
        Assert.Contains("ligne 2, colonne consent_publication_le", said);
    }

    [Fact]
    public async Task Names_in_its_help_and_in_its_codebook_what_never_leaves()
    {
        var help = new StringWriter();
        Assert.Equal(2, await ExportVerb.Run(place.App.Services, ["experiences"], () => Stream.Null, help));
        using var book = new MemoryStream();
        FieldBook.Write(book, Croisee.Framework.LabelBook.Default, ";");
        var codebook = System.Text.Encoding.UTF8.GetString(book.ToArray());
        foreach (var kept in new[] { "contact_nom", "contact_role", "contact_mail", "contact_tel", "contact_public", "consent_recontact" })
        {
            Assert.Contains(kept, help.ToString());
            Assert.Contains("jamais exporté (EXP-R4)", codebook.Split('\n').Single(l => l.StartsWith($"\"champ\";\"{kept}\"", StringComparison.Ordinal)));
        }
        Assert.Contains("export et import", codebook.Split('\n').Single(l => l.StartsWith("\"champ\";\"consent_publication\"", StringComparison.Ordinal)));
    }
}
