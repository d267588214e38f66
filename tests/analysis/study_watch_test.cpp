#include "analysis/study_watch.hpp"

#include <catch2/catch.hpp>

#include "analysis/shard_folder.hpp"
#include "tests/analysis/fixture.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

// Two strategies, three replications, none of them run yet: six runs, in three shards.
Batch batch_of_six() {
    Batch batch{fixture::runs("year", {{"own", {}}, {"cloud", {}}})};
    for (StrategyRuns& strategy : batch[0].strategies) {
        strategy.replications.resize(3);
    }
    return batch;
}

// An attempt at a shard that saves its runs one by one.
class Attempt {
public:
    Attempt(const test::Folder& folder, const Batch& batch, std::size_t index)
        : batch_{batch},
          runs_{runs_of({index, 3}, batch)},
          shard_{folder.path(), plan_of(batch, false), {index, 3}} {}

    void finish_one() { shard_.store().save(batch_, runs_.at(next_++), fixture::result({{"cost", 1}})); }
    void fail_one() { shard_.store().save_failure(batch_, runs_.at(next_++), "killed"); }

private:
    const Batch& batch_;
    std::vector<RunKey> runs_;
    ShardFolder shard_;
    std::size_t next_ = 0;
};

using Shards = std::vector<std::size_t>;

}  // namespace

TEST_CASE("A watch sees runs as they are saved, and which shards lack some") {
    const test::Folder folder;
    const Batch batch = batch_of_six();
    StudyWatch watch{folder.path(), batch, 3};
    CHECK(watch.look().runs == 6);
    CHECK(watch.look().done == 0);
    CHECK(watch.look().unfinished == Shards{0, 1, 2});

    Attempt first{folder, batch, 0};
    first.finish_one();
    CHECK(watch.look().done == 1);
    CHECK(watch.look().unfinished == Shards{0, 1, 2});
    first.finish_one();
    CHECK(watch.look().done == 2);
    CHECK(watch.look().unfinished == Shards{1, 2});
}

TEST_CASE("A run that two attempts have made counts once") {
    const test::Folder folder;
    const Batch batch = batch_of_six();
    StudyWatch watch{folder.path(), batch, 3};
    Attempt first{folder, batch, 1};
    Attempt second{folder, batch, 1};
    first.finish_one();
    second.finish_one();
    CHECK(watch.look().done == 1);
}

TEST_CASE("A run that fails is done, but for those that had failed before") {
    const test::Folder folder;
    const Batch batch = batch_of_six();
    Attempt before{folder, batch, 0};
    before.finish_one();
    before.fail_one();

    StudyWatch watch{folder.path(), batch, 3};
    CHECK(watch.look().done == 1);
    CHECK(watch.look().unfinished == Shards{0, 1, 2});
    Attempt again{folder, batch, 0};
    again.finish_one();
    again.fail_one();
    CHECK(watch.look().done == 2);
    CHECK(watch.look().unfinished == Shards{1, 2});
}

TEST_CASE("A watch with another number of shards shares the same runs out otherwise") {
    const test::Folder folder;
    const Batch batch = batch_of_six();
    Attempt one_of_three{folder, batch, 0};  // runs 0 and 3
    one_of_three.finish_one();
    one_of_three.finish_one();
    CHECK(StudyWatch(folder.path(), batch, 6).look().unfinished == Shards{1, 2, 4, 5});
    CHECK(StudyWatch(folder.path(), batch, 1).look().unfinished == Shards{0});
}

TEST_CASE("A file that cannot be read now is as it was") {
    const test::Folder folder;
    const Batch batch = batch_of_six();
    StudyWatch watch{folder.path(), batch, 3};
    Attempt attempt{folder, batch, 2};
    attempt.finish_one();
    CHECK(watch.look().done == 1);
    const auto file = shard_files(folder.path()).at(0);
    for (const std::string& torn : {std::string{"torn"}, std::string(100, 'x')}) {
        std::ofstream{file, std::ios::binary} << torn;
        CHECK(watch.look().done == 1);
    }
}
