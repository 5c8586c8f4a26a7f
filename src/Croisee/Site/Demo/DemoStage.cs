using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;

namespace Croisee.Site.Demo;

/// <summary>What has been put in place so far, by the short names of the story, and the days it counts from. Nothing is saved here.</summary>
public sealed class DemoStage(AppDb db, DemoStory story, DateOnly today)
{
    /// <summary>Acts of a day begin at this hour (UTC), then follow each other by a few minutes.</summary>
    const int FirstHour = 8;

    public AppDb Db => db;
    public DemoStory Story => story;
    public Dictionary<string, Organisation> Organisations { get; } = [];
    public Dictionary<string, Person> Persons { get; } = [];
    public Dictionary<string, Call> Calls { get; } = [];
    public Dictionary<string, Experience> Experiences { get; } = [];
    public Group Group { get; set; } = null!;
    /// <summary>By the index that the story cites.</summary>
    public Dictionary<int, Groups.Seat> Seats { get; } = [];

    public Guid Organiser => Persons["organisation"].Id;
    public Guid Moderator => Persons["moderation"].Id;

    /// <param name="offset">Days from the day of loading, negative for the past.</param>
    public DateOnly Day(int offset) => today.AddDays(offset);

    public DateTime At(int offset, int minutes = 0) => Day(offset).ToDateTime(new TimeOnly(FirstHour, 0), DateTimeKind.Utc).AddMinutes(minutes);

    public void Record(DateTime at, string act, IAudited subject, string? reason = null) => db.Record(at, Actor.System, act, subject, reason, Organisations.GetValueOrDefault("autorite")?.Id);

    /// <summary>A change of state with its entry, as the pages make it.</summary>
    public void Pass(Experience experience, ExperienceState to, string act, string by, Guid? byId, string? why, DateTime at)
    {
        db.Passages.Add(experience.Pass(to, by, byId, why, at));
        Record(at, act, experience);
    }
}
