using System.Net;
using Croisee.Files;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>A place that keeps one file a day for a network.</summary>
public sealed class OneFileADay : Place
{
    protected override void Tweak(WebApplicationBuilder builder) => builder.Configuration[FileSettings.DaySetting] = "1";
}

/// <summary>Who attaches without an account is counted by network, whatever draft it is for (ASVS 5.2.4); what was typed stays.</summary>
public sealed class FilesOfTheDayTest(OneFileADay place) : IClassFixture<OneFileADay>
{
    static Task<Page> Join(Page page, string name, string text) =>
        page.Form("Joindre ce fichier").Attach("Fichier", name, System.Text.Encoding.UTF8.GetBytes(text), "text/plain").Fill("Ce qu’il montre", name).Fill("Qui l’a fait", "L’équipe").Send();

    [Fact]
    public async Task Go_on_the_next_day_and_keep_what_was_typed()
    {
        var call = await place.Given.AnOpenCall();
        var (first, second) = (await place.Given.AnExperienceToApprove(call, "Le dîner d’avant"), await place.Given.AnExperienceToApprove(call, "Le jardin d’après"));
        using var author = await place.Given.AnAuthorOf(first);
        using var other = await place.Given.AnAuthorOf(second);
        Assert.Contains("Le fichier est joint", (await Join(await author.Open($"/deposer/fiche/{first.Reference}/pieces"), "un.txt", "Une note.")).TextContent);
        var refused = await Join(await other.Open($"/deposer/fiche/{second.Reference}/pieces"), "deux.txt", "Une autre note.");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Joignez-le demain", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("deux.txt", refused.Form("Joindre ce fichier").Value("Ce qu’il montre"));
        // The draft stays open for a day at most.
        place.Clock.Advance(TimeSpan.FromHours(14));
        Assert.Contains("Le fichier est joint", (await Join(refused, "deux.txt", "Une autre note.")).TextContent);
    }
}
