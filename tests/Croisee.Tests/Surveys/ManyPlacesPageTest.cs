using Croisee.Tests.Surveys.Attack;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A page of results costs the same wherever the survey is answered.</summary>
public sealed class ManyPlacesPageTest(AttackedPlace place) : IClassFixture<AttackedPlace>
{
    [Fact]
    public async Task The_questionnaire_is_read_once_and_not_with_each_place()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port", "Maison des Vignes"]);
        using var browser = place.Browser();
        foreach (var path in new[] { $"/enquetes/{given.Survey.Reference}/resultats", $"/repondre/{given.Code}/resultats" })
        {
            var before = place.Log.Length;
            await browser.Open(path);
            var told = place.Log[before..];
            Assert.Contains("questionnaire_revisions", told, StringComparison.Ordinal);
            Assert.DoesNotMatch("JOIN \"?survey_places", told);
        }
    }
}
