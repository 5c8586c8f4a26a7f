using Croisee.Data;
using Croisee.Experiences;
using Croisee.Files;
using Croisee.Framework;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests;

/// <summary>A working group with everybody in their seat, persons concerned first.</summary>
public sealed record GivenGroup(Group Group, IReadOnlyList<Person> Members)
{
    public Croisee.Groups.Seat Seat(int member) => Group.Seats.Single(s => s.PersonId == Members[member].Id);
}

public sealed partial class Given
{
    public async Task<GivenGroup> AGroupOf(Organisation organisation, int users, int professionals)
    {
        var members = new List<Person>();
        for (var i = 0; i < users + professionals; i++) members.Add(await AnAccount($"Membre {i + 1} du groupe {Next}"));
        var today = place.Clock.ParisToday();
        var group = new Group($"Groupe de lecture {Next}", organisation.Id, GroupKind.WorkingGroup, Now);
        for (var i = 0; i < members.Count; i++)
            group.Fill(group.OpenSeat(i < users ? College.ServiceUsers : College.Professionals, $"Membre {i + 1}", new Mandate(today.AddDays(-1))), members[i].Id, Guid.CreateVersion7(), today);
        await Added(group);
        return new(group, members);
    }

    /// <summary>This group reads for the call, and its reading is open.</summary>
    public Task ItReadsFor(GivenGroup given, Call call)
    {
        var reads = new ReadingGroup(call.Id, given.Group.Id, Now);
        reads.Open(given.Group, place.Clock.ParisToday(), Now);
        return Added(reads);
    }

    /// <summary>A sent experience that these two members read; it waits for their readings.</summary>
    public async Task<(GivenExperience Experience, Pair Pair)> AnExperienceReadBy(GivenGroup given, Call call, int user, int professional, string title = "Le goûter qui décide")
    {
        var experience = await ASubmittedExperience(call, title);
        await ItPassed(experience, ExperienceState.Admissible, ExperienceState.InReading);
        var pair = new Pair(experience.Id, given.Group.Id, given.Seat(user).Id, given.Seat(professional).Id, place.Clock.ParisToday().AddDays(ReadingGroup.DaysToRead), Now);
        await Added(pair);
        return (experience, pair);
    }

    /// <summary>The seat has given this reading.</summary>
    public Task TheyRead(Pair pair, Guid seat, Coding coding) => place.Db(async db =>
    {
        var reading = new Reading(await db.Pairs.SingleAsync(p => p.Id == pair.Id), seat, Now);
        reading.Write(coding, new Dictionary<string, CriterionNote>(), null, Now);
        reading.Give(Now);
        db.Readings.Add(reading);
        db.Record(Now, Actor.System, "donnee.de.test", reading);
        return await db.SaveChangesAsync();
    });

    public static Coding ACoding(string degree = "D3_CONCERTATION", string? level = "COLLAB", params string[] registers) => new()
    {
        Degree = degree, Level = level, Landmarks = new() { Registers = CodeSet.Of(Vocabularies.Register, registers.Length == 0 ? ["REG4_INITIATIVE"] : registers) },
    };

    /// <summary>A clean text with its rights and its alternative, attached. Returns its address.</summary>
    public Task<string> AFileOf(GivenExperience experience, string name = "plan.txt") => place.With(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var taken = await services.GetRequiredService<FileStore>().Take(new MemoryStream("Le plan de la salle.\n"u8.ToArray()), name, 0, CancellationToken.None);
        taken.File!.Describe("Écrit par le groupe, partage libre.", "Le plan de la salle, décrit en une phrase.");
        db.Add(taken.File);
        var attachment = new Attachment(experience.Id, taken.File.Id, Now);
        db.Add(attachment);
        db.Record(Now, Actor.System, "donnee.de.test", attachment);
        await db.SaveChangesAsync();
        return $"/fichiers/{taken.File.Id}";
    });
}
