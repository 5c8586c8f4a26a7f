using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.SafeRoom;
using Xunit;

namespace Croisee.Tests.Surveys.SafeRoom;

/// <summary>Who may enter, until when, after which promise: the rules of the declaration and of the log.</summary>
[Trait("kind", "pure")]
public sealed class AnalystTest
{
    static readonly DateTime Now = new(2027, 3, 15, 11, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Today = new(2027, 3, 15);
    static readonly Guid Session = Guid.CreateVersion7();
    static readonly Person Someone = new("analyste@example.org", "Noé", Now);

    static Survey ASurvey()
    {
        var organisation = new Organisation("Instance", OrganisationKind.Instance, null);
        var questionnaire = new Questionnaire(organisation, Given.EveryKind, "Écrit", Now);
        return new Survey(organisation, questionnaire.Publish(comparable: false, Now), "Votre avis", "Choisir trois choses.", Today, Today.AddDays(20), Now);
    }

    static Analyst Declared(DateOnly? until = null, string purpose = "Étudier l’aide à répondre.", Guid? by = null) => new(ASurvey(), Someone, by ?? Guid.CreateVersion7(), purpose, until ?? Today.AddMonths(6), Now);

    static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Code;

    [Fact]
    public void Takes_a_purpose_and_a_day_within_twelve_months()
    {
        Assert.Equal("SAF-PURPOSE", Refused(() => Declared(purpose: "  ")));
        Assert.Equal("SAF-PURPOSE", Refused(() => Declared(purpose: new string('a', Analyst.PurposeMax + 1))));
        Assert.Equal("SAF-UNTIL", Refused(() => Declared(Today.AddDays(-1))));
        Assert.Equal("SAF-UNTIL", Refused(() => Declared(Today.AddMonths(12).AddDays(1))));
        Assert.True(Declared(Today.AddMonths(12)).IsDeclaredAt(Now));
    }

    [Fact]
    public void Refuses_that_somebody_declares_themselves() => Assert.Equal("SAF-SELF", Refused(() => Declared(by: Someone.Id)));

    [Fact]
    public void Holds_until_the_last_second_of_its_last_day_in_Paris()
    {
        var analyst = Declared(Today);
        Assert.True(analyst.IsDeclaredAt(new DateTime(2027, 3, 15, 22, 59, 59, DateTimeKind.Utc)));
        Assert.False(analyst.IsDeclaredAt(new DateTime(2027, 3, 15, 23, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Ends_at_once_and_for_good()
    {
        var analyst = Declared();
        analyst.End(Now);
        Assert.False(analyst.IsDeclaredAt(Now));
        Assert.Equal("SAF-ENDED", Refused(() => analyst.Pledge(Now)));
        Assert.Equal("SAF-ENDED", Refused(() => RoomLine.Enter(analyst, Session, "Lire le tableau.", Now)));
        analyst.End(Now.AddDays(1));
        Assert.Equal(Now, analyst.EndedAt);
    }

    [Fact]
    public void Opens_nothing_before_the_engagement_and_without_a_reason()
    {
        var analyst = Declared();
        Assert.Equal("SAF-PLEDGE", Refused(() => RoomLine.Enter(analyst, Session, "Lire le tableau.", Now)));
        analyst.Pledge(Now);
        foreach (var why in new[] { null, "", "  a  ", new string('a', RoomLine.WhyMax + 1) }) Assert.Equal("SAF-WHY", Refused(() => RoomLine.Enter(analyst, Session, why, Now)));
        Assert.Equal("Lire le tableau.", RoomLine.Enter(analyst, Session, " Lire le tableau. ", Now).Why);
    }

    [Fact]
    public void Writes_what_is_done_for_the_reason_of_the_visit()
    {
        var analyst = Declared();
        analyst.Pledge(Now);
        var line = RoomLine.Enter(analyst, Session, "Lire le tableau.", Now).Then(analyst, RoomAct.Crossed, new string('x', 900), Now.AddMinutes(5));
        Assert.Equal((RoomAct.Crossed, "Lire le tableau.", Session, RoomLine.WhatMax), (line.Act, line.Why, line.SessionId, line.What!.Length));
    }

    [Fact]
    public void Has_columns_for_every_closed_question_and_none_for_a_free_text()
    {
        var survey = ASurvey();
        survey.AddPlace(null, "Foyer du Port", null, Now);
        var columns = new RawColumns(survey, Given.EveryKind, Given.PlainLabels);
        Assert.Equal(["lieu", "mois", "canal", "maniere", "connu", "avis_1", "avis_2", "lieux", "ordre", "fois", "jour", "accord"], columns.All.Select((_, i) => columns.HeadOf(i)));
        Assert.Equal("Foyer du Port", columns.All[0].Said("L1"));
        Assert.DoesNotContain(columns.All, c => c.Kind is { } kind && kind.IsText());
    }
}
