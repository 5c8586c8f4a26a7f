using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Office;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>The base is read for damage, copied while it serves, and holds what was written whatever the checkpoints (quality.md C.4, F18). And what is old goes.</summary>
public sealed class SoundnessTest : IAsyncLifetime
{
    readonly Place place = new();

    public ValueTask InitializeAsync() => place.InitializeAsync();
    public ValueTask DisposeAsync() => place.DisposeAsync();

    Soundness Of(Storage storage) => new(storage, place.Clock, NullLogger<Soundness>.Instance);

    [Fact]
    public async Task A_damaged_page_and_a_lost_parent_are_found_and_said_at_the_desk()
    {
        if (Place.PostgresServer is not null) return;
        await place.Given.AnOpenCall();
        Assert.True(Of(place.Storage).Look(whole: true).IsSound);
        var copy = Directory.CreateTempSubdirectory("croisee-abime").FullName;
        Assert.Equal(0, await Copy(Path.Combine(copy, "croisee.db")));
        var damaged = Storage.From(null, copy);
        Assert.True(Of(damaged).Look(whole: true).IsSound);

        await using (var connection = new SqliteConnection($"Data Source={damaged.SqliteFile};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma foreign_keys=off; delete from organisations; pragma journal_mode=delete;";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        Assert.Contains(Of(damaged).Look(whole: false).Faults, fault => fault.EndsWith("→ organisations", StringComparison.Ordinal));

        await using (var file = new FileStream(damaged.SqliteFile, FileMode.Open))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            await file.WriteAsync(new byte[4096], TestContext.Current.CancellationToken);
        }
        var wounded = Of(damaged);
        Assert.Throws<InvalidOperationException>(wounded.LookWhole);
        Assert.False(wounded.Last!.IsSound);
        await place.With(async s =>
        {
            var told = await ActivatorUtilities.CreateInstance<CheckUp>(s, wounded).Run();
            Assert.Contains(told, f => f is { Subject: "État de la base", Health: Health.Wrong });
            Assert.Contains(await s.GetRequiredService<CheckUp>().Run(), f => f is { Subject: "État de la base", Health: Health.Well });
            return 0;
        });
    }

    Task<int> Copy(string file) => place.App.Services.GetServices<Verb>().Single(v => v.Name == "sauvegarde").Run(place.App.Services, [file]);

    [Fact]
    public async Task A_backup_is_whole_is_never_written_over_and_is_refused_on_the_other_engine()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("croisee-copie").FullName, "copie.db");
        if (Place.PostgresServer is not null) { Assert.Equal(1, await Copy(file)); return; }
        var call = await place.Given.AnOpenCall();
        Assert.Equal((0, 1), (await Copy(file), await Copy(file)));
        Assert.Equal(1, await Copy(Path.Combine(file, "nulle", "part.db")));
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from calls where slug = @slug";
        command.Parameters.AddWithValue("@slug", call.Slug);
        Assert.Equal(1L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nfs4", true), InlineData("cifs", true), InlineData("smb3", true), InlineData("fuse.sshfs", true)]
    [InlineData("ext4", false), InlineData("overlay", false), InlineData("tmpfs", false), InlineData("btrfs", false), InlineData("apfs", false), InlineData("NTFS", false)]
    public void A_disk_that_another_machine_lends_is_refused(string format, bool lent) => Assert.Equal(lent, Disks.IsLent(format));

    /// <summary>An older program would write in a newer base what nobody expects there any more: it does not start, and says what to do.</summary>
    [Fact]
    public async Task A_base_of_a_newer_version_is_not_served_and_the_doctor_says_so()
    {
        await place.Db(db => db.Write(d => d.Database.ExecuteSql($"insert into schema_version (name, applied_at) values ('9999_demain.sql', '2030-01-01')")));
        var refused = Assert.Throws<CannotServe>(() => Schema.Apply(place.Storage));
        Assert.Contains("9999_demain.sql", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["9999_demain.sql"], Schema.Status(place.Storage).Unknown);
        Assert.Contains(await place.With(s => s.GetRequiredService<CheckUp>().Run()), f => f is { Subject: "Schéma", Health: Health.Wrong } && f.Text.Contains("plus récente", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_instance_at_a_time_prepares_a_base_that_several_serve()
    {
        if (Place.PostgresServer is null) return;
        var first = await StartLock.Take(place.Storage);
        var second = StartLock.Take(place.Storage);
        while (await place.Db(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())").SingleAsync()) == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    /// <summary>Readers, the lane and a checkpoint after each few writes: nothing lost, nothing damaged (regression of C.4).</summary>
    [Fact, Trait("kind", "slow")]
    public async Task Checkpoints_under_readers_lose_nothing()
    {
        const int writers = 8, each = 60;
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () => { while (!over.IsCancellationRequested) await place.Db(db => db.Set<Notice>().CountAsync()); })).ToList();
        var lane = place.App.Services.GetRequiredService<IWriteLane>();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            Unhurried.Begin();
            for (var i = 0; i < each; i++)
            {
                var address = $"{w}-{i}@example.org";
                await place.Db(db => { db.Send(address, new Letter("Essai").Say("Bonjour."), place.Clock.UtcNow()); return db.SaveChangesAsync(); });
                if (i % 5 == 0) await lane.ForgetOrder();
            }
        })));
        await over.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(writers * each, await place.Db(db => db.OutgoingMails.CountAsync(m => m.Subject == "Essai")));
        Assert.Empty(Of(place.Storage).Look(whole: true).Faults);
    }

    [Fact]
    public async Task What_is_old_goes_from_the_journal_and_from_the_mails_that_never_left()
    {
        // The engines forbid by their own clock to delete an entry of less than six months: these are older by it too.
        var (old, kept) = (new DateTime(2025, 1, 10, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        await place.Db(db =>
        {
            foreach (var at in new[] { old, kept }) db.JournalEntries.Add(new JournalEntry(at, Actor.System, "essai.ancien", "Essai", Guid.CreateVersion7(), null, null));
            return db.SaveChangesAsync();
        });
        await place.Given.TheJobRan(Croisee.Journal.Room.ForgetJob);
        Assert.Equal(kept, await place.Db(db => db.JournalEntries.Where(e => e.Act == "essai.ancien").Select(e => e.At).SingleAsync()));

        await place.Db(db => { db.Send("perdu@example.org", new Letter("Perdu").Say("Bonjour."), place.Clock.UtcNow()); return db.SaveChangesAsync(); });
        await place.Db(db => db.Write(d => d.OutgoingMails.Where(m => m.To == "perdu@example.org").ExecuteUpdate(set => set.SetProperty(m => m.State, MailState.Failed))));
        await place.Given.TheJobRan(Croisee.Mail.Room.ForgetJob);
        Assert.Single(await place.MailsTo("perdu@example.org"));
        place.Clock.Advance(TimeSpan.FromDays(31));
        await place.Given.TheJobRan(Croisee.Mail.Room.ForgetJob);
        Assert.Empty(await place.MailsTo("perdu@example.org"));
    }
}
